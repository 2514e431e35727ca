package org.lianji.api;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.springframework.util.StringUtils;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the body of a GraphQL request: bounded, JSON to the letter, each parameter of its type. */
public final class RequestBody {

    static final int LIMIT = 256 * 1024;
    public static final String DOCUMENT_ID = "documentId";
    public static final String EXTENSIONS = "extensions";
    private static final String OPERATION_NAME = "operationName";
    private static final String PERSISTED = "persistedQuery";
    private static final ObjectReader JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readerFor(Object.class);

    private RequestBody() {}

    public static Map<String, Object> read(HttpServletRequest request) throws IOException {
        return checked(parse(bytes(request)));
    }

    /**
     * {@return the same, fit to be asked: with the text of a document or the id of one, not both}
     *
     * @throws Problem where a parameter is missing or of another type
     */
    public static Map<String, Object> checked(Map<String, Object> body) {
        refusePersisted(body);
        if (body.get(DOCUMENT_ID) == null) {
            check("query", isText(body.get("query")));
        } else {
            check(DOCUMENT_ID, isText(body.get(DOCUMENT_ID)) && body.get("query") == null);
        }
        check(OPERATION_NAME, isNullOr(String.class, body.get(OPERATION_NAME)));
        check("variables", isNullOr(Map.class, body.get("variables")));
        check(EXTENSIONS, isNullOr(Map.class, body.get(EXTENSIONS)));
        return "".equals(body.get(OPERATION_NAME)) ? without(OPERATION_NAME, body) : body;
    }

    private static Map<String, Object> without(String parameter, Map<String, Object> body) {
        Map<String, Object> others = new LinkedHashMap<>(body);
        others.remove(parameter);
        return others;
    }

    /** What clients of Apollo fall back from, sending the text, once it is refused by this name. */
    private static void refusePersisted(Map<String, Object> body) {
        if (body.get(EXTENSIONS) instanceof Map<?, ?> extensions
                && extensions.get(PERSISTED) != null) {
            throw new Problem(PlatformCode.PERSISTED_QUERY_NOT_SUPPORTED);
        }
    }

    /** {@return whether extensions in a URL, where those clients put them too, mean the same} */
    public static boolean persists(String extensions) {
        return extensions.contains('"' + PERSISTED + '"');
    }

    private static byte[] bytes(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LIMIT) {
            throw tooLarge();
        }
        byte[] bytes = request.getInputStream().readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw tooLarge();
        }
        return bytes;
    }

    private static Problem tooLarge() {
        return new Problem(PlatformCode.BODY_TOO_LARGE, Map.of("limit", LIMIT));
    }

    /** {@return the one object that the JSON holds} */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> parse(byte[] bytes) {
        BodyText.requireUtf8(bytes);
        Map<String, Object> body =
                switch (read(bytes)) {
                    case Map<?, ?> object -> (Map<String, Object>) object;
                    case List<?> list when list.stream().anyMatch(Map.class::isInstance) ->
                            throw new Problem(PlatformCode.BATCH_NOT_SUPPORTED);
                    case null, default -> throw new Problem(PlatformCode.BODY_NOT_JSON);
                };
        BodyText.requireCharacters(body);
        return body;
    }

    private static @Nullable Object read(byte[] bytes) {
        try {
            return JSON.readValue(bytes);
        } catch (JacksonException fault) {
            if (BodyText.escapesHalf(new String(bytes, StandardCharsets.UTF_8))) {
                throw new Problem(PlatformCode.LONE_SURROGATE, Map.of("parameter", "JSON"));
            }
            throw new Problem(
                    isDuplicate(fault) ? PlatformCode.DUPLICATE_KEY : PlatformCode.BODY_NOT_JSON);
        }
    }

    /** Jackson has no exception of its own for it. */
    private static boolean isDuplicate(JacksonException fault) {
        return fault instanceof StreamReadException
                && fault.getOriginalMessage().startsWith("Duplicate Object property");
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof String text && StringUtils.hasText(text);
    }

    private static boolean isNullOr(Class<?> type, @Nullable Object value) {
        return value == null || type.isInstance(value);
    }

    private static void check(String parameter, boolean good) {
        if (!good) {
            throw new Problem(PlatformCode.INVALID_PARAMETER, Map.of("parameter", parameter));
        }
    }
}
