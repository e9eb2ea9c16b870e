@org.jspecify.annotations.NullMarked
package org.paivand.export;
