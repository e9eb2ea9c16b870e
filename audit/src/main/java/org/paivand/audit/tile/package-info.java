/** C2SP tlog-tiles: coordinates, paths and encodings of tiles (height 8) and entry bundles. */
@org.jspecify.annotations.NullMarked
package org.paivand.audit.tile;
