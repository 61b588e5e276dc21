import { geoArea, geoCentroid, geoEqualEarth, type GeoProjection } from 'd3-geo'
import { feature, mesh } from 'topojson-client'
import { countries } from '#dictionary/data/countries.ts'
import { codeOfNamed, codeOfShape, points } from './places.ts'

/** The land as shapes and every country and region as a place. Pure; drawn without any tile or server of others. */
export interface World {
  readonly land: GeoJSON.FeatureCollection
  /** Between countries; between regions. */
  readonly borders: { readonly countries: GeoJSON.MultiLineString; readonly regions: GeoJSON.MultiLineString }
  /** Longitude and latitude; null: it has no place. */
  placeOf(code: string): readonly [number, number] | null
}

type Topology = Parameters<typeof feature>[0]
type Shapes = Extract<NonNullable<Parameters<typeof mesh>[1]>, { type: 'GeometryCollection' }>
/** As world-atlas gives it. */
export interface Countries extends Topology {
  readonly objects: { readonly countries: Shapes }
}

/** Where the circle of a region stands. */
const regions: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['AP', [108, 14]],
  ['CNAC', [-98, 38]],
  ['CWA', [4, 12]],
  ['ESA', [30, -9]],
  ['MENA', [30, 27]],
  ['EEA', [8, 50]],
  ['SAM', [-60, -14]],
  ['EECA', [48, 52]],
])

export function worldOf(topology: Countries): World {
  const { countries: shapes } = topology.objects
  const land = feature(topology, shapes)
  const places = new Map<string, readonly [number, number]>(points.map(([code, ...at]) => [code, at]))
  const sizes = new Map<string, number>()
  for (const each of land.features) {
    const code = codeOf(each)
    const main = largest(each.geometry)
    const size = main ? geoArea(main) : 0
    // Of several shapes under one code the largest is where its number stands.
    if (code === null || !main || size < (sizes.get(code) ?? 0)) continue
    sizes.set(code, size)
    places.set(code, geoCentroid(main))
  }
  const regionOfCode = new Map(countries.map(([code, , region]) => [code, region]))
  const regionOf = (shape: { id?: string | number; properties?: { name: string } | undefined }) =>
    regionOfCode.get(codeOf(shape) ?? '')
  return {
    land,
    borders: {
      countries: mesh(topology, shapes, (a, b) => a !== b),
      regions: mesh(topology, shapes, (a, b) => a !== b && regionOf(a as never) !== regionOf(b as never)),
    },
    placeOf: code => regions.get(code) ?? places.get(code) ?? null,
  }
}

function codeOf(shape: {
  id?: string | number | undefined
  properties?: { name?: string } | null | undefined
}): string | null {
  return codeOfShape.get(String(shape.id ?? '')) ?? codeOfNamed.get(shape.properties?.name ?? '') ?? null
}

/** Of a country with islands the main part: its middle is not in the sea between them. */
function largest(geometry: GeoJSON.Geometry): GeoJSON.Polygon | null {
  const parts =
    geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : []
  const polygons = parts.map((coordinates): GeoJSON.Polygon => ({ type: 'Polygon', coordinates }))
  return polygons.toSorted((a, b) => geoArea(b) - geoArea(a))[0] ?? null
}

export interface Frame {
  readonly width: number
  readonly height: number
  readonly margin: number
}

/** The whole world (without the ice at its end), or as close as all of `places` allow, at most eight times as large. */
export function projectionOf(places: readonly (readonly [number, number])[], frame: Frame): GeoProjection {
  const { width, height, margin } = frame
  const whole = geoEqualEarth().fitExtent(
    [
      [4, 4],
      [width - 4, height - 4],
    ],
    {
      type: 'MultiPoint',
      coordinates: [
        [-179, 0],
        [179, 0],
        [0, 78],
        [0, -56],
      ],
    },
  )
  if (places.length === 0) return whole
  const close = geoEqualEarth().fitExtent(
    [
      [margin, margin],
      [width - margin, height - margin],
    ],
    { type: 'MultiPoint', coordinates: places.map(([x, y]) => [x, y]) },
  )
  const scale = Math.min(Number.isFinite(close.scale()) ? close.scale() : Number.POSITIVE_INFINITY, whole.scale() * 8)
  if (scale < whole.scale()) return whole
  return centred(scale, places, frame)
}

/** The middle of the places in the middle of the frame. */
function centred(
  scale: number,
  places: readonly (readonly [number, number])[],
  { width, height }: Frame,
): GeoProjection {
  const projection = geoEqualEarth().scale(scale).translate([0, 0])
  const at = places.flatMap(([x, y]) => {
    const found = projection([x, y])
    return found ? [found] : []
  })
  const middle = (axis: 0 | 1) => {
    const values = at.map(each => each[axis])
    return (Math.min(...values) + Math.max(...values)) / 2
  }
  return projection.translate([width / 2 - middle(0), height / 2 - middle(1)])
}
