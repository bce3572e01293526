/**
 * Whether a value is what a JSON Schema says: the few words of the language that gestures.schema.json uses. The schema
 * is ours; what it judges is a stranger's.
 */
export interface Schema {
  $defs?: Record<string, Schema>;
  $ref?: string;
  type?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  unevaluatedProperties?: boolean;
  propertyNames?: Schema;
  required?: string[];
  minProperties?: number;
  maxProperties?: number;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  minimum?: number;
  maximum?: number;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
}
type Table = Record<string, unknown>;

/** A judge of `root`: true when the value is exactly what it describes. */
export function judge(root: Schema): (value: unknown) => boolean {
  const definitions = root.$defs ?? {};
  const patterns = new Map<string, RegExp>();

  const named = (schema: Schema): Schema => {
    const found = schema.$ref === undefined ? schema : definitions[schema.$ref.replace("#/$defs/", "")];
    if (found === undefined) throw new Error(`no such definition: ${schema.$ref}`);
    return found;
  };

  const fits = (asked: Schema, value: unknown): boolean => {
    const schema = named(asked);
    return (
      (schema.type === undefined || isOf(schema.type, value)) &&
      (!("const" in schema) || schema.const === value) &&
      (schema.enum === undefined || schema.enum.includes(value)) &&
      (schema.anyOf === undefined || schema.anyOf.some((one) => fits(one, value))) &&
      (schema.oneOf === undefined || schema.oneOf.filter((one) => fits(one, value)).length === 1) &&
      (schema.allOf === undefined || schema.allOf.every((one) => fits(one, value))) &&
      (typeof value !== "string" || textFits(schema, value)) &&
      (typeof value !== "number" || (value >= (schema.minimum ?? -Infinity) && value <= (schema.maximum ?? Infinity))) &&
      (!Array.isArray(value) || listFits(schema, value)) &&
      (!isTable(value) || tableFits(schema, value))
    );
  };

  const textFits = (schema: Schema, value: string): boolean => {
    if (schema.pattern === undefined) return true;
    const pattern = patterns.get(schema.pattern) ?? new RegExp(schema.pattern, "u");
    patterns.set(schema.pattern, pattern);
    return pattern.test(value);
  };

  const listFits = ({ items, minItems = 0, maxItems = Infinity }: Schema, value: unknown[]): boolean =>
    value.length >= minItems && value.length <= maxItems && (items === undefined || value.every((one) => fits(items, one)));

  const tableFits = (schema: Schema, value: Table): boolean => {
    const keys = Object.keys(value);
    if (keys.length < (schema.minProperties ?? 0) || keys.length > (schema.maxProperties ?? Infinity)) return false;
    if (!(schema.required ?? []).every((key) => Object.hasOwn(value, key))) return false;
    const names = schema.propertyNames;
    if (names !== undefined && !keys.every((key) => fits(names, key))) return false;
    return keys.every((key) => keyFits(schema, key, value[key]));
  };

  const keyFits = (schema: Schema, key: string, value: unknown): boolean => {
    const own = property(schema, key);
    if (own !== undefined) return fits(own, value);
    if (typeof schema.additionalProperties === "object") return fits(schema.additionalProperties, value);
    if (schema.additionalProperties === false) return false;
    // What a part of `allOf` names was judged there; what nobody names may not be there.
    return schema.unevaluatedProperties !== false || (schema.allOf ?? []).some((one) => property(named(one), key) !== undefined);
  };

  return (value) => fits(root, value);
}

function property(schema: Schema, key: string): Schema | undefined {
  return schema.properties !== undefined && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
}

function isTable(value: unknown): value is Table {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isOf(type: string, value: unknown): boolean {
  if (type === "object") return isTable(value);
  if (type === "array") return Array.isArray(value);
  if (type === "integer") return Number.isSafeInteger(value) && !Object.is(value, -0);
  if (type === "null") return value === null;
  return typeof value === type;
}
