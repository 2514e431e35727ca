package org.lianji.query;

import org.lianji.platform.Reason;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question and what becomes of it, as a readable file.
 *
 * @param head title and caller
 * @param sections fenced blocks by their info string
 */
public record Case(String head, Map<String, String> sections) {

    private static final Pattern BLOCK =
            Pattern.compile("```([^\\n]+)\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Pattern CALLER =
            Pattern.compile("Caller: (\\w+)(?: for (\\w) on (\\w+))?");

    public static Case read(Path file) throws IOException {
        String text = Files.readString(file);
        Map<String, String> sections = new LinkedHashMap<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            sections.put(block.group(1), block.group(2));
        }
        return new Case(text.substring(0, text.indexOf("```")).strip(), sections);
    }

    public String caller() {
        return matched().group(1);
    }

    public Reason reason() {
        Matcher caller = matched();
        return new Reason(caller.group(2), caller.group(3));
    }

    private Matcher matched() {
        Matcher caller = CALLER.matcher(head);
        if (!caller.find()) {
            throw new IllegalArgumentException("no caller");
        }
        return caller;
    }

    public String section(String name) {
        return sections.getOrDefault(name, "");
    }

    public Map<String, Object> variables() {
        String variables = section("json variables");
        return variables.isEmpty()
                ? Map.of()
                : JsonMapper.shared().readValue(variables, new TypeReference<>() {});
    }

    public Case with(Map<String, String> compiled, String answer) {
        Map<String, String> produced = new LinkedHashMap<>();
        produced.put("graphql", section("graphql"));
        if (sections.containsKey("json variables")) {
            produced.put("json variables", section("json variables"));
        }
        produced.putAll(compiled);
        produced.put("json answer", answer);
        return new Case(head, produced);
    }

    public String text() {
        StringBuilder text = new StringBuilder(head).append("\n");
        sections.forEach(
                (name, content) ->
                        text.append("\n```")
                                .append(name)
                                .append("\n")
                                .append(content)
                                .append("\n```\n"));
        return text.toString();
    }
}
