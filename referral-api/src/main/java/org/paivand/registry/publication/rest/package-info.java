/** The signed directory over HTTP. */
@NullMarked
package org.paivand.registry.publication.rest;

import org.jspecify.annotations.NullMarked;
