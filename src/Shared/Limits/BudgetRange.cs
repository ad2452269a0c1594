namespace GeminiGen;

/// <summary>The thinking budgets a model takes, in tokens.</summary>
/// <param name="Minimum">The smallest.</param>
/// <param name="Maximum">The largest.</param>
/// <param name="CanDisable">Whether 0 turns thinking off.</param>
/// <param name="IsDynamic">Whether -1 leaves the amount to the model.</param>
internal readonly record struct BudgetRange(int Minimum, int Maximum, bool CanDisable, bool IsDynamic);
