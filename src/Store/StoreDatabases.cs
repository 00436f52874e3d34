using Listening.Store.Engine;

namespace Listening.Store;

/// <summary>The databases of a store.</summary>
/// <param name="Name">Name of the main one.</param>
/// <param name="Main">Truth and facts.</param>
/// <param name="NextName">Name of the one that a rebuild derives into.</param>
/// <param name="Next">Where a rebuild derives into.</param>
/// <param name="PreviewName">Name of the one that a registry is tried in.</param>
/// <param name="Preview">Where a registry is tried in.</param>
/// <param name="Published">The views that readers see.</param>
internal sealed record StoreDatabases(
    string Name, IClickHouse Main, string NextName, IClickHouse Next, string PreviewName, IClickHouse Preview, IClickHouse Published);
