import { defineConfig } from 'astro/config';

export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  compressHTML: true,
  devToolbar: { enabled: false },
  // One style sheet and the fonts, in a folder whose links the build makes relative.
  build: { format: 'directory', assets: 'assets', inlineStylesheets: 'never' },
  vite: { build: { cssCodeSplit: false, assetsInlineLimit: 0 } },
});
