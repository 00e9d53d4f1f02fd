// What each component of a card (JSON 2.0) may hold. Lark refuses the whole card for one attribute
// that is not on its list.

type ComponentRule = Readonly<{
  attributes: readonly string[]
  required?: readonly string[]
  /** Attributes that hold components. */
  children?: readonly string[]
  /** Has a value a person can give, or can be pressed: needs a name inside a form. */
  interactive?: boolean
}>

const PLACING = ['tag', 'element_id', 'margin']
const CHOICE = [
  'name',
  'placeholder',
  'options',
  'width',
  'required',
  'disabled',
  'behaviors',
  'confirm',
]
const PICKER = ['name', 'placeholder', 'width', 'required', 'disabled', 'behaviors', 'confirm']

export const COMPONENTS: Readonly<Record<string, ComponentRule>> = {
  markdown: { attributes: ['content', 'text_size', 'text_align', 'icon'], required: ['content'] },
  div: { attributes: ['text', 'icon', 'width'], required: ['text'] },
  hr: { attributes: [] },
  img: {
    attributes: ['img_key', 'alt', 'title', 'scale_type', 'size', 'corner_radius', 'preview'],
    required: ['img_key', 'alt'],
  },
  column_set: {
    attributes: [
      'flex_mode',
      'columns',
      'horizontal_spacing',
      'horizontal_align',
      'background_style',
    ],
    required: ['columns'],
    children: ['columns'],
  },
  column: {
    attributes: [
      'width',
      'weight',
      'elements',
      'vertical_align',
      'vertical_spacing',
      'padding',
      'direction',
      'background_style',
    ],
    children: ['elements'],
  },
  collapsible_panel: {
    attributes: [
      'expanded',
      'header',
      'elements',
      'border',
      'vertical_spacing',
      'padding',
      'background_color',
    ],
    required: ['header', 'elements'],
    children: ['elements'],
  },
  interactive_container: {
    attributes: [
      'behaviors',
      'elements',
      'width',
      'height',
      'padding',
      'has_border',
      'corner_radius',
      'background_style',
      'disabled',
      'confirm',
    ],
    required: ['behaviors', 'elements'],
    children: ['elements'],
  },
  form: {
    attributes: ['name', 'elements', 'direction', 'vertical_spacing', 'padding'],
    required: ['name', 'elements'],
    children: ['elements'],
  },
  input: {
    attributes: [
      'name',
      'label',
      'placeholder',
      'default_value',
      'max_length',
      'input_type',
      'rows',
      'required',
      'width',
      'disabled',
      'behaviors',
    ],
    interactive: true,
  },
  select_static: { attributes: [...CHOICE, 'initial_option', 'initial_index'], interactive: true },
  multi_select_static: { attributes: [...CHOICE, 'selected_values'], interactive: true },
  select_person: { attributes: [...CHOICE, 'initial_option'], interactive: true },
  multi_select_person: { attributes: [...CHOICE, 'selected_values'], interactive: true },
  date_picker: { attributes: [...PICKER, 'initial_date'], interactive: true },
  picker_time: { attributes: [...PICKER, 'initial_time'], interactive: true },
  picker_datetime: { attributes: [...PICKER, 'initial_datetime'], interactive: true },
  checker: { attributes: ['name', 'checked', 'text', 'behaviors', 'disabled'], interactive: true },
  overflow: { attributes: ['name', 'options', 'width', 'behaviors', 'confirm'], interactive: true },
  button: {
    // `value` and `url` are the 1.0 form: accepted, and without any effect.
    attributes: [
      'name',
      'text',
      'type',
      'size',
      'width',
      'icon',
      'behaviors',
      'confirm',
      'disabled',
      'form_action_type',
      'value',
      'url',
    ],
    required: ['text'],
    interactive: true,
  },
  table: {
    attributes: ['columns', 'rows', 'page_size', 'row_height', 'header_style'],
    required: ['columns', 'rows'],
  },
  chart: {
    attributes: ['chart_spec', 'aspect_ratio', 'color_theme', 'preview', 'height'],
    required: ['chart_spec'],
  },
}

export function allowedAttributes(tag: string): readonly string[] {
  return [...PLACING, ...(COMPONENTS[tag]?.attributes ?? [])]
}

export const ROOT_ATTRIBUTES = ['schema', 'config', 'card_link', 'header', 'body']
export const CONFIG_ATTRIBUTES = [
  'update_multi',
  'enable_forward',
  'width_mode',
  'streaming_mode',
  'streaming_config',
  'summary',
  'style',
  'locales',
]
export const HEADER_ATTRIBUTES = [
  'title',
  'subtitle',
  'template',
  'text_tag_list',
  'icon',
  'padding',
]
export const BODY_ATTRIBUTES = [
  'direction',
  'padding',
  'vertical_spacing',
  'horizontal_spacing',
  'vertical_align',
  'horizontal_align',
  'elements',
]
export const PANEL_HEADER_ATTRIBUTES = [
  'title',
  'background_color',
  'vertical_align',
  'padding',
  'icon',
  'icon_position',
]
export const HEADER_COLOURS = [
  'blue',
  'wathet',
  'turquoise',
  'green',
  'yellow',
  'orange',
  'red',
  'carmine',
  'violet',
  'purple',
  'indigo',
  'grey',
  'default',
]
export const BUTTON_TYPES = [
  'default',
  'primary',
  'danger',
  'text',
  'primary_text',
  'danger_text',
  'primary_filled',
  'danger_filled',
  'laser',
]
