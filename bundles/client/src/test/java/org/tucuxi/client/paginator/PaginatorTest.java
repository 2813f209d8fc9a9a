package org.tucuxi.client.paginator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.InvalidExpressionException;
import org.tucuxi.model.ModelException;
import org.tucuxi.paginator.PageIterator;
import org.tucuxi.paginator.PaginationException;
import org.tucuxi.paginator.Paginator;

class PaginatorTest {

    private static final Map<String, Object> ENTRY = Map.of("input_token", "Marker", "output_token", "NextMarker",
            "result_key", List.of("Things", "Count"), "limit_key", "MaxKeys", "non_aggregate_keys", List.of("Owner"));

    private final List<Map<String, Object>> calls = new ArrayList<>();

    /** Ten things, a to j, in pages of four; the marker is the first thing that is wanted. */
    private Map<String, Object> things(Map<String, Object> params) {
        calls.add(params);
        int start = "abcdefghij".indexOf(params.getOrDefault("Marker", "a").toString());
        List<Object> things = new ArrayList<>();
        for (int i = start; i < Math.min(start + 4, 10); i++) {
            things.add(Map.of("Id", String.valueOf("abcdefghij".charAt(i)), "Place", i));
        }
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("Things", things);
        page.put("Count", things.size());
        page.put("Owner", "o" + start);
        if (start + 4 < 10) {
            page.put("NextMarker", String.valueOf("abcdefghij".charAt(start + 4)));
        }
        return page;
    }

    private Paginator paginator() {
        return Things.paginator(ENTRY, this::things);
    }

    private static Map<String, Object> config(Object... config) {
        Map<String, Object> result = new LinkedHashMap<>();
        for (int i = 0; i < config.length; i += 2) {
            result.put((String) config[i], config[i + 1]);
        }
        return Map.of("PaginationConfig", result);
    }

    private static List<Object> ids(PageIterator pages) {
        return pages.search("Things[].Id").stream().toList();
    }

    @Test
    void aPageIsFetchedWhenItIsNeeded() {
        Iterator<Map<String, Object>> pages = paginator().paginate(Map.of("Bucket", "b")).iterator();
        assertThat(calls).isEmpty();

        pages.next();

        assertThat(calls).containsExactly(Map.of("Bucket", "b"));
        assertThat(pages.hasNext()).as("is known without another call").isTrue();
        assertThat(calls).hasSize(1);
    }

    @Test
    void aStreamFetchesNoMoreThanItGives() {
        assertThat(paginator().paginate().stream().limit(2).count()).isEqualTo(2);
        assertThat(calls).hasSize(2);
        calls.clear();

        assertThat(paginator().paginate().search("Things[].Id").stream().limit(3).toList()).containsExactly("a", "b", "c");
        assertThat(calls).hasSize(1);
    }

    /** The reference begins the second iteration with the last token of the first, and so gives only the last page again. */
    @Test
    void everyIterationBeginsAnew() {
        PageIterator pages = paginator().paginate(config("MaxItems", 9, "PageSize", 4));

        List<Object> first = ids(pages);
        List<Object> second = ids(pages);

        assertThat(first).hasSize(9).isEqualTo(second);
        assertThat(calls.subList(0, 3)).isEqualTo(calls.subList(3, 6));
    }

    @Test
    void theParametersOfTheCallerAreNotTouched() {
        Map<String, Object> params = new LinkedHashMap<>(config("PageSize", "4"));
        params.put("Marker", "c");
        Map<String, Object> before = new LinkedHashMap<>(params);

        ids(paginator().paginate(params));

        assertThat(params).isEqualTo(before);
        assertThat(calls.get(0)).isEqualTo(Map.of("Marker", "c", "MaxKeys", 4));
    }

    @Test
    void aPageBelongsToTheCaller() {
        PageIterator pages = paginator().paginate();

        for (Map<String, Object> page : pages) {
            page.clear();
        }

        assertThat(calls).as("what follows a page was known before it was given away").hasSize(3);
    }

    @Test
    void readingGoesOnWhereMaxItemsEndedIt() {
        List<Object> all = new ArrayList<>();
        String token = null;
        do {
            PageIterator pages = paginator().paginate(config("MaxItems", 3, "StartingToken", token));
            all.addAll(ids(pages));
            token = pages.resumeToken().orElse(null);
        } while (token != null);

        assertThat(all).containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
    }

    @Test
    void theTokenIsTheReferences() {
        PageIterator pages = paginator().paginate(config("MaxItems", 6));

        ids(pages);

        // json.dumps({"Marker": "e", "boto_truncate_amount": 2}) in base64
        assertThat(pages.resumeToken()).contains("eyJNYXJrZXIiOiAiZSIsICJib3RvX3RydW5jYXRlX2Ftb3VudCI6IDJ9");
    }

    @Test
    void thereIsNoTokenWhenAllWasRead() {
        PageIterator pages = paginator().paginate(config("MaxItems", 100));

        ids(pages);

        assertThat(pages.resumeToken()).isEmpty();
    }

    @Test
    void theWholeResultHasSumsAndWhatBelongsToNoPage() {
        assertThat(paginator().paginate(config("MaxItems", 9)).buildFullResult()).satisfies(full -> {
            assertThat((List<?>) full.get("Things")).hasSize(9);
            assertThat(full).containsEntry("Count", 10).containsEntry("Owner", "o0").containsKey("NextToken");
        });
    }

    @Test
    void thePagesStayAsTheyAreWhenTheyArePutTogether() {
        List<Map<String, Object>> given = new ArrayList<>();
        Paginator paginator = Things.paginator(ENTRY, params -> {
            given.add(things(params));
            return given.get(given.size() - 1);
        });

        paginator.paginate().buildFullResult();

        assertThat(given).extracting(page -> ((List<?>) page.get("Things")).size()).containsExactly(4, 4, 2);
    }

    @Test
    void resultsOfSeveralKeysShareTheirPages() {
        List<Iterator<Object>> iterators = paginator().paginate().resultKeyIterators();

        assertThat(iterators.get(1).next()).as("a number is one result").isEqualTo(4);
        assertThat(iterators.get(0)).toIterable().hasSize(10);
        assertThat(iterators.get(1)).toIterable().containsExactly(4, 2);
        assertThat(calls).hasSize(3);
    }

    @Test
    void pagesThatRefuseChangesAreCutAllTheSame() {
        Paginator paginator = Things.paginator(Map.of("input_token", "Marker", "output_token", "Next", "result_key", "In.Things"),
                params -> Map.of("In", Map.of("Things", List.of(1, 2, 3)), "Next", "n"));
        PageIterator pages = paginator.paginate(config("MaxItems", 2));

        assertThat(pages.search("In.Things").stream().toList()).containsExactly(1, 2);
        assertThat(pages.resumeToken()).isPresent();
    }

    @Test
    void theSameTokenTwiceIsAnErrorBehindItsPage() {
        Iterator<Map<String, Object>> pages = Things.paginator(ENTRY,
                params -> new LinkedHashMap<>(Map.of("Things", List.of(1), "NextMarker", "same"))).paginate().iterator();
        pages.next();
        pages.next();

        assertThatThrownBy(pages::hasNext).isInstanceOf(PaginationException.class)
                .hasMessage("Error during pagination: The same next token was received twice: {Marker=same}");
        assertThat(pages.hasNext()).isFalse();
    }

    @Test
    void aFailedCallEndsTheIteration() {
        Iterator<Map<String, Object>> pages = Things.paginator(ENTRY, params -> {
            throw new IllegalStateException("no server");
        }).paginate().iterator();

        assertThatThrownBy(pages::next).hasMessage("no server");
        assertThat(pages.hasNext()).isFalse();
    }

    @Test
    void aPageSizeNeedsAParameterThatTakesIt() {
        Paginator paginator = Things.paginator(Map.of("input_token", "M", "output_token", "N", "result_key", "T"), this::things);

        assertThatThrownBy(() -> paginator.paginate(config("PageSize", 5))).isInstanceOf(PaginationException.class).hasMessage(
                "Error during pagination: PageSize parameter is not supported for the pagination interface for this operation.");
    }

    @Test
    void thePageSizeIsOfTheParametersKind() {
        ids(Things.paginator(ENTRY, "string", this::things).paginate(config("PageSize", 4)));
        ids(Things.paginator(ENTRY, "integer", this::things).paginate(config("PageSize", "4")));

        assertThat(calls).extracting(call -> call.get("MaxKeys")).contains("4", 4);
    }

    @Test
    void whatIsNoNumberIsRefusedByName() {
        assertThatThrownBy(() -> paginator().paginate(config("MaxItems", "many"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MaxItems must be a number; it is many");
        assertThatThrownBy(() -> paginator().paginate(config("MaxItems", -1))).hasMessageContaining("zero or more");
        assertThatThrownBy(() -> paginator().paginate(config("StartingToken", 5))).hasMessageContaining("StartingToken");
        assertThatThrownBy(() -> paginator().paginate(Map.of("PaginationConfig", "x"))).hasMessageContaining("PaginationConfig");
    }

    @Test
    void anExpressionIsReadBeforeAnythingIsCalled() {
        assertThatThrownBy(() -> paginator().paginate().search("Things[")).isInstanceOf(InvalidExpressionException.class)
                .hasMessageContaining("Things[");
        assertThat(calls).isEmpty();
    }

    @Test
    void nullsAreFoundToo() {
        assertThat(paginator().paginate().search("Missing").stream().toList()).containsExactly(null, null, null);
    }

    @Test
    void aMapOfResultsIsCountedButNotCut() {
        Paginator paginator = Things.paginator(ENTRY, params -> Map.of("Things", Map.of("a", 1, "b", 2), "NextMarker", "n"));

        assertThatThrownBy(() -> ids(paginator.paginate(config("MaxItems", 1)))).isInstanceOf(PaginationException.class)
                .hasMessageContaining("no order");
        assertThat(paginator.paginate(config("MaxItems", 2)).stream().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{input_token=M}", "{result_key=R}", "{input_token=M, result_key=5}", "{input_token=M, result_key=a[}"})
    void aFaultyModelIsBlamedByPlace(String entry) {
        Map<String, Object> faulty = new LinkedHashMap<>();
        for (String member : entry.substring(1, entry.length() - 1).split(", ")) {
            int equals = member.indexOf('=');
            if (equals > 0) {
                String value = member.substring(equals + 1);
                faulty.put(member.substring(0, equals), value.equals("5") ? (Object) 5 : value);
            }
        }
        assertThatThrownBy(() -> Things.paginator(faulty, this::things)).isInstanceOf(ModelException.class)
                .hasMessageContaining("things, paginators-1, ListThings");
    }
}
