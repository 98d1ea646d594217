/** Writes data as YAML; loaded when a draft is asked for. */
import { stringify } from 'yaml';

(globalThis as unknown as { jaugeYaml: (value: unknown) => string }).jaugeYaml = (value) => stringify(value);
