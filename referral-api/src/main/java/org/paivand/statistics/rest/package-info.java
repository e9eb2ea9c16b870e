/** Statistics over HTTP, for the Commission and auditors. */
@NullMarked
package org.paivand.statistics.rest;

import org.jspecify.annotations.NullMarked;
