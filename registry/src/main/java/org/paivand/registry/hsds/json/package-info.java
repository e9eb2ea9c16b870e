/** HSDS as JSON: the whole as one document of tables, and single objects with what belongs to them nested. */
@NullMarked
package org.paivand.registry.hsds.json;

import org.jspecify.annotations.NullMarked;
