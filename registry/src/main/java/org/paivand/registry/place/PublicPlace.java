package org.paivand.registry.place;

import java.util.List;
import java.util.function.Function;
import org.paivand.registry.language.Trilingual;

/**
 * A place with an address that everybody may read.
 *
 * @param name what stands at the door
 * @param locality town or village, 1 to 100 characters
 * @param addressLines up to 5, as a letter would be addressed; 1 to 200 characters each
 */
public record PublicPlace(Trilingual name, String locality, List<String> addressLines, Region region) implements Place {

    private static final int MAX_LINES = 5;

    public PublicPlace {
        addressLines = List.copyOf(addressLines);
        requireText(locality, 100);
        addressLines.forEach(line -> requireText(line, 200));
        if (addressLines.size() > MAX_LINES) {
            throw new IllegalArgumentException("an address has up to 5 lines");
        }
    }

    @Override
    public <T> T fold(Function<PublicPlace, T> open, Function<ConfidentialPlace, T> confidential) {
        return open.apply(this);
    }

    private static void requireText(String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new IllegalArgumentException("a locality or address line has 1 to " + longest + " characters");
        }
    }
}
