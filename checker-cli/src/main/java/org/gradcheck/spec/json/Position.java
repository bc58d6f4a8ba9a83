package org.gradcheck.spec.json;

/** A place in a text: line and column, from 1. */
public record Position(int line, int column) {}
