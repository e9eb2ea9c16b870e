/** The disclosure log: 34-byte entries, the openings that explain them, and the port to where they are stored. */
@org.jspecify.annotations.NullMarked
package org.paivand.audit.log;
