/** HSDS as a tabular data package: a zip with one CSV file (RFC 4180) a table. */
@NullMarked
package org.paivand.registry.hsds.csv;

import org.jspecify.annotations.NullMarked;
