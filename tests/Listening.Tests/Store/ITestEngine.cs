using Listening.Store.Engine;

namespace Listening.Tests.Store;

/// <summary>Where a store's databases come from.</summary>
public interface ITestEngine
{
    /// <summary>An empty database that nobody else has.</summary>
    Task<(string Name, IClickHouse ClickHouse)> FreshDatabaseAsync();
}
