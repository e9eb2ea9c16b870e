package org.paivand.suite;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** The forms of a text that a search of bytes looks for. */
final class NeedleForms {

    /**
     * One of them.
     *
     * @param octets of the form, each as a character below 256
     */
    record Form(String text, String name, String octets) {}

    private NeedleForms() {}

    static List<Form> of(String text) {
        List<Form> forms = new ArrayList<>();
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(utf8);
        String percent = HexFormat.of().withPrefix("%").formatHex(utf8);
        forms.add(form(text, "plain", utf8));
        forms.add(form(text, "UTF-16LE", text.getBytes(StandardCharsets.UTF_16LE)));
        forms.add(form(text, "UTF-16BE", text.getBytes(StandardCharsets.UTF_16BE)));
        forms.add(ascii(text, "hex", hex));
        forms.add(ascii(text, "hex", hex.toUpperCase(Locale.ROOT)));
        forms.add(ascii(text, "URL", percent));
        forms.add(ascii(text, "URL", percent.toUpperCase(Locale.ROOT)));
        forms.add(ascii(text, "URL", URLEncoder.encode(text, StandardCharsets.UTF_8)));
        forms.add(ascii(text, "escaped", escaped(text)));
        forms.add(ascii(text, "quoted", text.replace("\"", "\\\"")));
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            for (int alignment = 0; alignment < 3; alignment++) {
                byte[] inside = inside(Base64.getEncoder(), text.getBytes(charset), alignment);
                forms.add(form(text, "base64", inside));
                byte[] forUrls = inside(Base64.getUrlEncoder(), text.getBytes(charset), alignment);
                forms.add(form(text, "base64", forUrls));
            }
        }
        return forms;
    }

    /** What stands in any base64 text that has the bytes after others: without the characters that share bits with neighbours. */
    private static byte[] inside(Base64.Encoder encoder, byte[] bytes, int before) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String encoded = encoder.withoutPadding().encodeToString(shifted);
        int first = before == 0 ? 0 : before + 1;
        int end = shifted.length % 3 == 0 ? encoded.length() : encoded.length() - 1;
        return encoded.substring(first, end).getBytes(StandardCharsets.US_ASCII);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(unit -> escaped.append("\\u%04x".formatted(unit)));
        return escaped.toString();
    }

    private static Form ascii(String text, String name, String form) {
        return form(text, name, form.getBytes(StandardCharsets.UTF_8));
    }

    private static Form form(String text, String name, byte[] bytes) {
        return new Form(text, name, new String(bytes, StandardCharsets.ISO_8859_1));
    }
}
