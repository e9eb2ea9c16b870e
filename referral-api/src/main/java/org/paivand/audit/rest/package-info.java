/** The disclosure log over HTTP: for auditors, and as files for their tools. */
@NullMarked
package org.paivand.audit.rest;

import org.jspecify.annotations.NullMarked;
