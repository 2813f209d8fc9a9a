$version: "2.0"

namespace example.shelf

use aws.api#service
use aws.auth#sigv4
use aws.auth#unsignedPayload
use aws.protocols#httpChecksum
use aws.protocols#restXml
use smithy.rules#clientContextParams
use smithy.rules#contextParam
use smithy.rules#endpointRuleSet
use smithy.rules#staticContextParams
use smithy.waiters#waitable

@service(sdkId: "Shelf Control", endpointPrefix: "shelf")
@sigv4(name: "shelves")
@restXml(http: ["h2", "http/1.1"])
@xmlNamespace(uri: "https://shelf.example/")
@title("Example Shelf")
@clientContextParams(Tall: { type: "boolean", documentation: "tall" })
@endpointRuleSet({ version: "1.0", parameters: {}, rules: [] })
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxBooks")
service Shelf {
    version: "2020-02-02"
    operations: [PutBook]
    resources: [Book]
    errors: [Closed]
}

resource Book {
    identifiers: { Id: String }
    read: GetBook
    list: ListBooks
}

@http(method: "PUT", uri: "/books/{Id+}?x-id=PutBook&draft", code: 201)
@idempotent
@unsignedPayload
@httpChecksum(requestAlgorithmMember: "Algorithm", requestChecksumRequired: true)
@endpoint(hostPrefix: "{Branch}.data.")
@staticContextParams(Write: { value: true })
operation PutBook {
    input := with [Located] {
        @required @httpLabel Id: String
        @required @hostLabel @httpLabel Branch: String
        @httpHeader("x-algorithm") Algorithm: Algorithm
        @httpPrefixHeaders("x-meta-") Meta: Labels
        @idempotencyToken @httpQuery("token") Token: String
        @httpPayload Content: Pages
    }
    errors: [Lost]
}

@mixin
structure Located {
    @contextParam(name: "Place") @httpHeader("x-place") Place: String
}

@http(method: "GET", uri: "/books/{Id}")
@readonly
@optionalAuth
@waitable(
    BookThere: {
        minDelay: 30
        acceptors: [
            { state: "success", matcher: { output: { path: "Title", expected: "Emma", comparator: "stringEquals" } } }
            { state: "retry", matcher: { errorType: "Lost" } }
            { state: "failure", matcher: { success: false } }
        ]
    }
    BookAsAsked: {
        acceptors: [
            {
                state: "success"
                matcher: { inputOutput: { path: "input.Id == output.Title", expected: "true", comparator: "booleanEquals" } }
            }
        ]
    }
)
operation GetBook {
    input := { @required @httpLabel Id: String }
    output := {
        Title: String
        @xmlFlattened @xmlName("Tag") Tags: Tags
        More: Tags
        Kind: Kind
        When: When
        Any: Document
        @xmlAttribute @xmlName("xsi:type") Type: String
    }
    errors: [Lost]
}

@http(method: "GET", uri: "/books")
@readonly
@paginated
operation ListBooks {
    input := { @httpQuery("next") NextToken: String, @httpQuery("max") MaxBooks: Integer }
    output := { NextToken: String, Books: Tags }
}

@streaming
blob Pages

list Tags { @xmlName("Item") member: String }

map Labels { key: String, value: String }

enum Algorithm { CRC32, SHA256 }

union Kind { Novel: Novel, Poem: Unit }

structure Novel { @range(min: 1) Pages: BigInteger, @sensitive @length(min: 3) Code: Code }

string Code

@timestampFormat("http-date")
timestamp When

@error("client")
@httpError(404)
@retryable(throttling: true)
structure Lost { message: String }

@error("server")
structure Closed {}
