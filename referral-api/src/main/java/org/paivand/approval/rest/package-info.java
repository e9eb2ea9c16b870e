/** Approvals over HTTP. */
@NullMarked
package org.paivand.approval.rest;

import org.jspecify.annotations.NullMarked;
