package org.paivand.casefile.section;

/** Indicators that belong together, and the element of the definition on which they bear. */
public enum IndicatorGroup implements Listed {
    ACT(Element.ACT),
    MEANS(Element.MEANS),
    PURPOSE(Element.PURPOSE),
    DECEPTION(Element.MEANS),
    COERCION_AT_RECRUITMENT(Element.MEANS),
    ABUSE_OF_VULNERABILITY(Element.MEANS),
    EXPLOITATION(Element.PURPOSE),
    COERCION_AT_DESTINATION(Element.MEANS);

    private final Element element;

    IndicatorGroup(Element element) {
        this.element = element;
    }

    public Element element() {
        return element;
    }

    /** What the UN Protocol, article 3(a), is made of. */
    public enum Element implements Listed {
        ACT,
        /** Irrelevant for a child: article 3(c). */
        MEANS,
        PURPOSE
    }
}
