# Renders the résumés of the folder it is run in: docker run --rm -v "$PWD:/work" resumewright
# docs/ci.md says more, about the browser's sandbox too.
FROM node:22-bookworm-slim AS build
WORKDIR /build
COPY . .
RUN npm ci --no-audit --no-fund && npm pack --pack-destination /tmp

FROM node:22-bookworm-slim
COPY --from=build /tmp/resumewright-*.tgz /tmp/
RUN npm install --global --no-audit --no-fund /tmp/resumewright-*.tgz && rm /tmp/resumewright-*.tgz
# Nobody needs to be root to print a page, and what is written belongs to whoever runs the image.
USER node
WORKDIR /work
ENTRYPOINT ["render"]
