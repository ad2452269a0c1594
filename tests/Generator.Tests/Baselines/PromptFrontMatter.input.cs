using System.Collections.Generic;
using System.ComponentModel;
using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>Front matter, roles and Handlebars.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    [SystemInstruction("Not heard where a file has one of its own.")]
    [Generation(Temperature = 1, TopP = 0.9)]
    public partial interface IPromptFrontMatter
    {
        /// <summary>What the method sets wins over the file, and the file over the contract.</summary>
        [PromptFile("Prompts/Review.prompt")]
        [Generation(MaxOutputTokens = 3000)]
        Task<string> ReviewAsync(string product, Media photo, IReadOnlyList<int> scores, string? tone = null, int? stars = null);

        /// <summary>A file in the syntax of other tools.</summary>
        [PromptFile("Prompts/Order.prompt", Syntax = PromptSyntax.Handlebars)]
        Task<OrderSummary> ReadAsync(PromptCustomer customer, IReadOnlyList<PromptLine> orders, string[] notes, bool strict);

        /// <summary>The method's model wins over the file's.</summary>
        [PromptFile("Prompts/Short.prompt")]
        [Model("gemini-3.5-flash")]
        Task<string> ShortenAsync(string text);
    }

    /// <summary>A customer.</summary>
    public sealed class PromptCustomer
    {
        /// <summary>The name.</summary>
        public string? Name { get; set; }
    }

    /// <summary>A line.</summary>
    public sealed class PromptLine
    {
        /// <summary>What.</summary>
        public string Item { get; set; } = "";

        /// <summary>How many.</summary>
        public int Count { get; set; }
    }

    /// <summary>An order.</summary>
    public sealed class OrderSummary
    {
        /// <summary>The title.</summary>
        public string Title { get; set; } = "";

        /// <summary>The lines.</summary>
        [Description("What was ordered")]
        public List<string> Lines { get; set; } = new List<string>();

        /// <summary>A note.</summary>
        public string? Note { get; set; }
    }
}
