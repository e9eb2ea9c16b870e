/** Complaints over HTTP. */
@NullMarked
package org.paivand.complaint.rest;

import org.jspecify.annotations.NullMarked;
