package org.paivand.html;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

/** An element that is being written. */
public final class Tag {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern LOCAL = Pattern.compile("/[A-Za-z0-9/._-]*|#[A-Za-z0-9-]+");
    private static final Pattern SECURE = Pattern.compile("https://[A-Za-z0-9.-]+(/[A-Za-z0-9/._~%-]*)?");
    private static final Pattern TELEPHONE = Pattern.compile("tel:\\+?[0-9]{2,15}");
    private static final Set<String> EMPTY = Set.of("meta", "input", "br", "hr");
    /** What would run or load something, or style against the policy of the page. */
    private static final Set<String> NEVER =
            Set.of("script", "style", "iframe", "object", "embed", "link", "base", "img");

    private final String name;
    private final String attributes;

    Tag(String name, String attributes) {
        if (!NAME.matcher(name).matches() || NEVER.contains(name)) {
            throw new IllegalArgumentException("no element of ours");
        }
        this.name = name;
        this.attributes = attributes;
    }

    /** @throws IllegalArgumentException for handlers, styles, and addresses that are neither of this site, nor https, nor a telephone */
    public Tag with(String attribute, String value) {
        boolean address = attribute.equals("href") || attribute.equals("action") || attribute.equals("formaction");
        boolean handler = attribute.startsWith("on") || attribute.equals("style") || attribute.equals("srcdoc");
        if (!NAME.matcher(attribute).matches() || handler || (address && !leadsSomewhereSafe(value))) {
            throw new IllegalArgumentException("no attribute of ours");
        }
        return new Tag(name, attributes + " " + attribute + "=\"" + Html.text(value) + "\"");
    }

    /** An attribute without a value. */
    public Tag flag(String attribute) {
        return new Tag(name, attributes + " " + Html.text(attribute));
    }

    public Html text(String text) {
        return holding(Html.text(text));
    }

    public Html holding(Html... parts) {
        return holding(java.util.List.of(parts));
    }

    public Html holding(Collection<Html> parts) {
        if (EMPTY.contains(name)) {
            throw new IllegalArgumentException("an element that holds nothing");
        }
        return new Html("<" + name + attributes + ">" + Html.all(parts) + "</" + name + ">");
    }

    /** Of {@code input}, {@code br} and the like. */
    public Html empty() {
        if (!EMPTY.contains(name)) {
            throw new IllegalArgumentException("an element that has an end");
        }
        return new Html("<" + name + attributes + ">");
    }

    private static boolean leadsSomewhereSafe(String address) {
        return (LOCAL.matcher(address).matches() && !address.startsWith("//"))
                || TELEPHONE.matcher(address).matches()
                || SECURE.matcher(address).matches();
    }
}
