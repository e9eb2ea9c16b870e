package org.paivand.notice;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All notices that a node knows; fixed while it runs. */
public final class NoticeTexts {
    /** No notice goes without these. */
    static final Set<String> COMPLETE = Set.of("tg", "ru", "en");

    private final SortedMap<NoticeText.Key, NoticeText> texts;

    private NoticeTexts(SortedMap<NoticeText.Key, NoticeText> texts) {
        this.texts = texts;
    }

    /** Refuses a notice that is there twice, even if both are the same, and one that lacks a language. */
    static NoticeTexts of(Collection<NoticeText> all) throws InvalidNoticeException {
        SortedMap<NoticeText.Key, NoticeText> texts = new TreeMap<>();
        for (NoticeText notice : all) {
            if (texts.put(notice.key(), notice) != null) {
                throw new InvalidNoticeException(notice.key().fileName(), "there twice");
            }
        }
        for (NoticeText.Key key : texts.keySet()) {
            Set<String> missing = new TreeSet<>(COMPLETE);
            missing.removeAll(languages(texts, key));
            if (!missing.isEmpty()) {
                throw new InvalidNoticeException(key.fileName(), "this version is not there in " + missing);
            }
        }
        return new NoticeTexts(texts);
    }

    private static Set<String> languages(SortedMap<NoticeText.Key, NoticeText> texts, NoticeText.Key of) {
        return texts.keySet().stream()
                .filter(key -> key.id().equals(of.id()) && key.version() == of.version())
                .map(NoticeText.Key::language)
                .collect(Collectors.toSet());
    }

    public Optional<NoticeText> find(String id, int version, String language) {
        return Optional.ofNullable(texts.get(new NoticeText.Key(id, version, language)));
    }

    /** In the order of id, version and language. */
    public List<NoticeText> all() {
        return List.copyOf(texts.values());
    }
}
