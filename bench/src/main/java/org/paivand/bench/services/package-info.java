/** Stage-0 queries over a large registry. */
@org.jspecify.annotations.NullMarked
package org.paivand.bench.services;
