package org.paivand.casefile.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.Category;

/**
 * The row a sealed part of a case belongs to.
 *
 * @param owner the referral of what is kept by referral; empty for a section
 * @param version the part's version, 1 for the first
 */
record SectionPlace(CaseId caseId, Category category, Optional<UUID> owner, long version) {

    SectionPlace {
        if (version < 1) {
            throw new IllegalArgumentException("versions of a section start at 1");
        }
    }

    /** Format version (1 byte) ‖ case id (16) ‖ length of the category's code (1) ‖ code ‖ version (8, big-endian) ‖ owner (16, if any). */
    byte[] additionalData() {
        byte[] code = category.code().getBytes(StandardCharsets.US_ASCII);
        byte[] id = caseId.bytes();
        ByteBuffer place = ByteBuffer.allocate(1 + id.length + 1 + code.length + 3 * Long.BYTES)
                .put(Seal.FORMAT_VERSION)
                .put(id)
                .put((byte) code.length)
                .put(code)
                .putLong(version);
        owner.ifPresent(row -> place.putLong(row.getMostSignificantBits()).putLong(row.getLeastSignificantBits()));
        return Arrays.copyOf(place.array(), place.position());
    }
}
