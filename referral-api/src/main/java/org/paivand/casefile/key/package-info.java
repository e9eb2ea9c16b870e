@org.jspecify.annotations.NullMarked
package org.paivand.casefile.key;
