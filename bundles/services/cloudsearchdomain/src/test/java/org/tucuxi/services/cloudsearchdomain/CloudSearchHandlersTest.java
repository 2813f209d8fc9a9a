package org.tucuxi.services.cloudsearchdomain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.AliasConflictException;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.services.shared.testing.ServiceEvents;

class CloudSearchHandlersTest {

    private static final ServiceEvents CLOUDSEARCHDOMAIN = ServiceEvents.of("cloudsearchdomain");

    @Test
    void searchesByPost() {
        AwsRequest request = ServiceEvents.request("GET", "https://s.example.com/2013-01-01/search?format=sdk&q=a%20b", "");

        new SearchByPost().handle(CLOUDSEARCHDOMAIN.created("Search", request));

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.url()).isEqualTo("https://s.example.com/2013-01-01/search");
        assertThat(request.body().bytes()).isEqualTo("format=sdk&q=a%20b".getBytes());
        assertThat(request.headers().get("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
    }

    @Test
    void leavesOtherRequests() {
        AwsRequest noQuery = ServiceEvents.request("GET", "https://s.example.com/", "");
        AwsRequest posted = ServiceEvents.request("POST", "https://s.example.com/?a", "body");

        new SearchByPost().handle(CLOUDSEARCHDOMAIN.created("Search", noQuery));
        new SearchByPost().handle(CLOUDSEARCHDOMAIN.created("Search", posted));

        assertThat(noQuery.method()).isEqualTo("GET");
        assertThat(posted.url()).isEqualTo("https://s.example.com/?a");
        assertThat(posted.body().bytes()).isEqualTo("body".getBytes());
    }

    @Test
    void takesReturnFieldsForReturn() {
        BeforeParameterBuild event = CLOUDSEARCHDOMAIN.parameters("Search", Map.of("returnFields", "a"));
        BeforeParameterBuild both = CLOUDSEARCHDOMAIN.parameters("Search", Map.of("returnFields", "a", "return", "b"));

        new ReturnAlias().handle(event);

        assertThat(event.params()).isEqualTo(Map.of("return", "a"));
        assertThatThrownBy(() -> new ReturnAlias().handle(both)).isInstanceOf(AliasConflictException.class);
    }
}
