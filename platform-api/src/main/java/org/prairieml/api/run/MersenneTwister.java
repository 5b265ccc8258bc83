package org.prairieml.api.run;

/**
 * The generator MT19937: a stream of 32-bit words.
 *
 * <p>Source: M. Matsumoto, T. Nishimura: Mersenne Twister, ACM TOMACS 8 (1998) 3-30, with the
 * seeding of the authors' revision of 2002, which NumPy's legacy generator uses unchanged.
 */
final class MersenneTwister {

  private static final int SIZE = 624;
  private static final int MIDDLE = 397;
  private static final int TWIST = 0x9908b0df;

  private final int[] state = new int[SIZE];
  private int position = SIZE;

  /** Seeds with one word ({@code init_genrand}). */
  MersenneTwister(int seed) {
    state[0] = seed;
    for (int i = 1; i < SIZE; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
  }

  /** Seeds with at least one word ({@code init_by_array}). */
  MersenneTwister(int[] key) {
    this(19650218);
    int i = mixIn(key);
    stir(i);
    // The published guarantee that the state is not all zeros.
    state[0] = 0x80000000;
  }

  private int mixIn(int[] key) {
    int i = 1;
    for (int step = 0; step < Math.max(SIZE, key.length); step++) {
      int j = step % key.length;
      state[i] = (state[i] ^ (carry(i) * 1664525)) + key[j] + j;
      i = after(i);
    }
    return i;
  }

  private void stir(int start) {
    int i = start;
    for (int step = 1; step < SIZE; step++) {
      state[i] = (state[i] ^ (carry(i) * 1566083941)) - i;
      i = after(i);
    }
  }

  private int carry(int i) {
    return state[i - 1] ^ (state[i - 1] >>> 30);
  }

  private int after(int i) {
    if (i + 1 < SIZE) {
      return i + 1;
    }
    state[0] = state[SIZE - 1];
    return 1;
  }

  /** Returns the next word; all 32 bits count. */
  int next() {
    if (position == SIZE) {
      regenerate();
      position = 0;
    }
    return temper(state[position++]);
  }

  private void regenerate() {
    for (int i = 0; i < SIZE; i++) {
      int joined = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
      int twisted = (joined & 1) == 0 ? 0 : TWIST;
      state[i] = state[(i + MIDDLE) % SIZE] ^ (joined >>> 1) ^ twisted;
    }
  }

  private static int temper(int word) {
    int y = word ^ (word >>> 11);
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }
}
