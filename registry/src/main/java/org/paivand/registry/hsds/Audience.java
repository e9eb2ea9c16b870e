package org.paivand.registry.hsds;

/**
 * For whom rows are made.
 *
 * @param whole whether nothing may be lost; else what everybody may see, in one language
 */
record Audience(boolean whole, Tongue tongue) {
    static final Audience REGISTRAR = new Audience(true, Tongue.EN);

    static Audience everybody(Tongue tongue) {
        return new Audience(false, tongue);
    }
}
