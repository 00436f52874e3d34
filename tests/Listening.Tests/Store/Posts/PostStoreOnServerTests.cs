using Listening.Tests.Store.Engine.Server;

namespace Listening.Tests.Store.Posts;

public sealed class PostStoreOnServerTests(EngineFixture engine) : PostStoreTests(new ServerEngine(engine));
