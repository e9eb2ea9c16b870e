package org.paivand.casefile.section;

import org.paivand.disclosure.Category;

/** The part of a case in one data category, as an agency writes it and as it is stored. */
public sealed interface Section
        permits ServiceRequest,
                Identity,
                Contact,
                Whereabouts,
                Guardian,
                Travel,
                Health,
                Safety,
                Experience,
                Legal,
                Family {

    Category category();
}
