package org.paivand.suite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds texts in bytes, in every form in which they leak, and inside what is packed. One pass finds all: the automaton of Aho and Corasick
 * (CACM 18(6), 1975).
 */
final class Needles {
    private static final int DEEPEST = 4;

    private final List<NeedleForms.Form> forms = new ArrayList<>();
    private final List<int[]> next = new ArrayList<>();
    private final List<List<Integer>> ends = new ArrayList<>();

    private Needles(List<String> texts) {
        state();
        for (String text : new TreeSet<>(texts)) {
            NeedleForms.of(text).forEach(this::add);
        }
        join();
    }

    static Needles of(List<String> texts) {
        return new Needles(texts);
    }

    /** Each text that is in there and its form, after where it is. */
    Set<String> in(String where, byte[] bytes) {
        Set<String> found = new TreeSet<>();
        search(where, ByteBuffer.wrap(bytes), 0, found);
        return found;
    }

    /** The same of every file below the folder. */
    Set<String> below(Path folder) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                searchFile(file, found);
            }
        }
        return found;
    }

    private void searchFile(Path file, Set<String> found) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            search(file.toString(), bytes, 0, found);
        }
    }

    private void search(String where, ByteBuffer bytes, int depth, Set<String> found) {
        int state = 0;
        for (int i = 0; i < bytes.limit(); i++) {
            state = next.get(state)[bytes.get(i) & 0xff];
            for (int form : ends.get(state)) {
                found.add(where + ": " + forms.get(form).text() + " "
                        + forms.get(form).name());
            }
        }
        if (depth < DEEPEST) {
            Unpacked.each(
                    bytes,
                    (kind, content) -> search(where + " in " + kind, ByteBuffer.wrap(content), depth + 1, found));
        }
    }

    private int state() {
        int[] to = new int[256];
        Arrays.fill(to, -1);
        next.add(to);
        ends.add(new ArrayList<>());
        return next.size() - 1;
    }

    private void add(NeedleForms.Form form) {
        int state = 0;
        for (int i = 0; i < form.octets().length(); i++) {
            int one = form.octets().charAt(i);
            if (next.get(state)[one] < 0) {
                next.get(state)[one] = state();
            }
            state = next.get(state)[one];
        }
        ends.get(state).add(forms.size());
        forms.add(form);
    }

    /** Makes of the tree of all forms an automaton that never goes back in the bytes. */
    private void join() {
        int[] fallback = new int[next.size()];
        Deque<Integer> waiting = new ArrayDeque<>(List.of(0));
        while (!waiting.isEmpty()) {
            int state = waiting.remove();
            ends.get(state).addAll(state == 0 ? List.of() : ends.get(fallback[state]));
            for (int one = 0; one < 256; one++) {
                int other = state == 0 ? 0 : next.get(fallback[state])[one];
                int to = next.get(state)[one];
                if (to < 0) {
                    next.get(state)[one] = other;
                } else {
                    fallback[to] = other;
                    waiting.add(to);
                }
            }
        }
    }
}
