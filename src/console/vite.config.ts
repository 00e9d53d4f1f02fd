import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const page = (path: string) => `${import.meta.dirname}/${path}`

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: page('../../dist/console'),
    emptyOutDir: true,
    // Offices often run older Chromium builds.
    target: ['chrome87', 'edge88', 'safari14'],
    chunkSizeWarningLimit: 1500,
    rollupOptions: { input: { chat: page('chat/index.html'), console: page('desk/index.html') } },
  },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:3000' } },
})
