package org.paivand.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EndingTest {
    /** Nothing of the node's own ends yet. */
    static final class Resource {
        @Ending(since = "2027-01-31", until = "2028-02-01", instead = "https://example.org/instead")
        void ends() {}

        void stays() {}
    }

    @Test
    void tellsThatItEndsWhenAndWhatIsThereInstead() throws Exception {
        assertEquals(
                Map.of(
                        "Deprecation", "@1801353600",
                        "Sunset", "Tue, 01 Feb 2028 00:00:00 GMT",
                        "Link", "<https://example.org/instead>; rel=\"deprecation\"; type=\"text/html\""),
                EndingFilter.headers(Resource.class.getDeclaredMethod("ends")));
    }

    @Test
    void saysNothingOfWhatStays() throws Exception {
        assertEquals(Map.of(), EndingFilter.headers(Resource.class.getDeclaredMethod("stays")));
    }
}
