package org.prairieml.engine.step;

/**
 * What follows a step that finishes its result block by block: it takes up each block while that is
 * still in the cache. Blocks may be taken up by several threads at once.
 */
public interface Epilogue {

  /** Nothing. */
  Epilogue NONE =
      new Epilogue() {
        @Override
        public void start() {}

        @Override
        public void block(int block) {}

        @Override
        public void finish() {}
      };

  /** Prepares; before any block. */
  void start();

  /** Takes up a block, which has just been finished. */
  void block(int block);

  /** Ends; after all blocks. */
  void finish();
}
