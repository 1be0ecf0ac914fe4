/** Stops what services.setup.js started. */
module.exports = async function teardown() {
  await globalThis.cardroomTestServices?.stop();
};
