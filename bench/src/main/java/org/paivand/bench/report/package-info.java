@org.jspecify.annotations.NullMarked
package org.paivand.bench.report;
