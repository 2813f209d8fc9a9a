package org.tucuxi.itests.fuzz;

import java.util.SplittableRandom;

/** Writes a document of one format, piece by piece; takes every order of pieces, also a wrong one. */
interface Sink {

    /** Begins a map that claims to have so many entries. */
    void beginMap(int size);

    void key(String name);

    void endMap();

    /** Begins a list that claims to have so many items. */
    void beginList(int size);

    void endList();

    void text(String value);

    void whole(long value);

    void decimal(double value);

    void truth(boolean value);

    void nothing();

    void blob(byte[] value);

    void time(double seconds);

    /** A value that is one in no document. */
    void hostile(SplittableRandom random);

    byte[] toBytes();
}
