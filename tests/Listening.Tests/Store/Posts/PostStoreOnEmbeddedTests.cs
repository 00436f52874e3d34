namespace Listening.Tests.Store.Posts;

public sealed class PostStoreOnEmbeddedTests(EngineFixture engine) : PostStoreTests(engine);
