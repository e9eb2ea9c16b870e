/** C2SP signed-note: text that carries signatures, parsed strictly. */
@org.jspecify.annotations.NullMarked
package org.paivand.audit.note;
