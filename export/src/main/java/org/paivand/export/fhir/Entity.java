package org.paivand.export.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One AuditEvent.entity in the making. Its details are codes, hashes and member names, never a value of a person. */
final class Entity {
    private final ObjectNode json = Nodes.object();

    Entity(Coding type, ObjectNode what) {
        json.set("what", what);
        json.set("type", type.json());
    }

    Entity role(Coding role) {
        json.set("role", role.json());
        return this;
    }

    Entity name(String name) {
        json.put("name", name);
        return this;
    }

    Entity description(String text) {
        json.put("description", text);
        return this;
    }

    Entity detail(String type, String value) {
        json.withArray("/detail").addObject().put("type", type).put("valueString", value);
        return this;
    }

    ObjectNode json() {
        return json;
    }
}
