package org.paivand.casefile.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.Category;

/**
 * The row a sealed section belongs to.
 *
 * @param version the section's version, 1 for the first
 */
record SectionPlace(CaseId caseId, Category category, long version) {

    SectionPlace {
        if (version < 1) {
            throw new IllegalArgumentException("versions of a section start at 1");
        }
    }

    /** Format version (1 byte) ‖ case id (16) ‖ length of the category's code (1) ‖ code ‖ version (8, big-endian). */
    byte[] additionalData() {
        byte[] code = category.code().getBytes(StandardCharsets.US_ASCII);
        byte[] id = caseId.bytes();
        return ByteBuffer.allocate(1 + id.length + 1 + code.length + Long.BYTES)
                .put(Seal.FORMAT_VERSION)
                .put(id)
                .put((byte) code.length)
                .put(code)
                .putLong(version)
                .array();
    }
}
