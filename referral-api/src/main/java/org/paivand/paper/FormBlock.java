package org.paivand.paper;

import java.util.List;
import java.util.UUID;
import org.paivand.disclosure.AgencyId;

/** Numbers that an agency took to print forms of one type. */
public record FormBlock(UUID id, AgencyId agency, FormType type, List<FormNumber> numbers) {
    public static final int MOST = 100;

    public FormBlock {
        numbers = List.copyOf(numbers);
        if (numbers.isEmpty() || numbers.size() > MOST) {
            throw new IllegalArgumentException("a block has 1 to 100 numbers");
        }
    }
}
