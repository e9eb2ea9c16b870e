package org.paivand.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.paivand.client.http.ApiException;

/**
 * A list of which a page is read when it is needed. Each iteration begins anew.
 *
 * <pre>{@code
 * var inbox = Paged.of(after -> referrals.listReferrals(request(after)), ReferralPage::getItems, ReferralPage::getNext);
 * for (ReferralRow row : inbox) { … }
 * }</pre>
 *
 * <p>Iterating throws what {@link Paivand#call} throws.
 */
public final class Paged<T> implements Iterable<T> {
    private final Function<Optional<String>, Page<T>> pages;

    private Paged(Function<Optional<String>, Page<T>> pages) {
        this.pages = pages;
    }

    /**
     * @param read reads a page, from the cursor on; the filters must be the same for each page
     * @param next the cursor of the next page; null after the last one
     */
    public static <P, T> Paged<T> of(Reader<P> read, Function<P, List<T>> items, Function<P, @Nullable String> next) {
        return new Paged<>(after -> {
            P page = Paivand.made(() -> read.page(after.orElse(null)));
            return new Page<>(items.apply(page), Optional.ofNullable(next.apply(page)));
        });
    }

    public Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    @Override
    public Iterator<T> iterator() {
        return new Pages<>(pages);
    }

    /** A call of a generated API that reads one page. */
    @FunctionalInterface
    public interface Reader<P> {
        /** @param after null for the first page */
        P page(@Nullable String after) throws ApiException;
    }

    private record Page<T>(List<T> items, Optional<String> next) {}

    private static final class Pages<T> implements Iterator<T> {
        private final Function<Optional<String>, Page<T>> pages;
        private final Deque<T> read = new ArrayDeque<>();
        private Optional<String> after = Optional.empty();
        private boolean isLast;

        Pages(Function<Optional<String>, Page<T>> pages) {
            this.pages = pages;
        }

        @Override
        public boolean hasNext() {
            while (read.isEmpty() && !isLast) {
                Page<T> page = pages.apply(after);
                read.addAll(page.items());
                after = page.next();
                isLast = after.isEmpty();
            }
            return !read.isEmpty();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return read.remove();
        }
    }
}
