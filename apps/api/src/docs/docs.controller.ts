import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { Problem } from '../http/problem.js';

/** Handed the document once the application has been built, as it is made from the controllers. */
export class ApiDocument {
  document: OpenAPIObject | null = null;
}

const ASSETS: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Pacta API</title><link rel="stylesheet" href="/api/docs/assets/swagger-ui.css"></head>
<body><div id="ui"></div>
<script src="/api/docs/assets/swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({ url: '/api/docs/openapi.json', dom_id: '#ui', deepLinking: true, persistAuthorization: true })</script>
</body>
</html>
`;

/** The documentation of the API, for people and for programs. */
@ApiExcludeController()
@Controller('api/docs')
export class DocsController {
  constructor(private readonly api: ApiDocument) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return PAGE;
  }

  @Get('openapi.json')
  openApi(): OpenAPIObject {
    if (!this.api.document) throw new Problem('unavailable', 'The documentation is not made yet');
    return this.api.document;
  }

  @Get('assets/:file')
  async asset(@Param('file') file: string): Promise<StreamableFile> {
    const type = Object.hasOwn(ASSETS, file) ? ASSETS[file] : undefined;
    if (type === undefined) throw new Problem('notFound', 'There is nothing at this address');
    return new StreamableFile(await readFile(join(swaggerUiFolder(), file)), { type });
  }
}

/** Swagger's UI comes with @nestjs/swagger. */
function swaggerUiFolder(): string {
  const swagger = createRequire(import.meta.url).resolve('@nestjs/swagger/package.json');
  return dirname(createRequire(swagger).resolve('swagger-ui-dist/package.json'));
}
